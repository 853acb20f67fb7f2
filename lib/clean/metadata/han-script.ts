/** Pairs of frequent characters that exist in one script only, simplified first. */
const PAIRS =
  '们們这這个個为為来來国國会會说說时時对對过過学學经經发發还還后後没沒现現动動问問当當开開关關长長进進实實门門车車见見话話点點业業产產电電员員变變总總万萬与與从從众眾优優传傳体體余餘侧側俩倆储儲儿兒党黨兰蘭兴興养養军軍农農决決况況准準减減几幾击擊创創别別刘劉办辦务務劳勞势勢单單卖賣卫衛厂廠历歷压壓县縣参參双雙号號叶葉听聽启啟员員响響团團园園围圍图圖场場坏壞块塊坚堅处處备備复復头頭夺奪奋奮妇婦宁寧宝寶审審宽寬导導层層届屆岁歲岛島币幣师師带帶帮幫归歸广廣庄莊应應库庫张張强強归歸录錄彻徹志誌忆憶怀懷态態总總恶惡惊驚惯慣战戰户戶执執扩擴扬揚护護报報担擔择擇据據损損换換摆擺敌敵数數断斷无無旧舊显顯术術机機杀殺权權条條极極构構标標样樣桥橋检檢楼樓欢歡残殘毕畢气氣汉漢汤湯沟溝泽澤洁潔测測济濟浓濃涛濤润潤涨漲满滿灭滅灯燈灵靈炼煉热熱爱愛爷爺状狀独獨狱獄环環监監盘盤矿礦码碼确確种種积積称稱稳穩竞競笔筆签簽简簡类類红紅约約级級纪紀纯純纲綱纸紙线線练練组組细細织織终終绍紹结結给給络絡统統继繼绩績续續维維综綜绿綠网網罗羅职職联聯肃肅胜勝脑腦节節范範药藥获獲虑慮补補观觀规規视視觉覺计計订訂认認讨讨让讓议議记記讲講许許论論设設访訪证證评評识識诉訴词詞译譯试試诗詩诚誠该該详詳语語误誤请請诸諸读讀课課谁誰调調谈談谢謝负負财財责責败敗货貨质質费費资資赛賽赞贊转轉轮輪软軟输輸达達迁遷运運远遠违違连連适適选選递遞遗遺邓鄧郑鄭释釋里裡针針钟鐘钢鋼钱錢铁鐵银銀错錯镇鎮队隊阳陽阶階际際陆陸陈陳险險随隨难難预預领領频頻题題颜顏风風飞飛饭飯馆館马馬驱驅验驗鱼魚鲜鮮鸟鳥麦麥齐齊龙龍';

function column(offset: 0 | 1): Set<string> {
  const chars = [...PAIRS];
  const own = new Set<string>();
  const other = new Set<string>();
  chars.forEach((char, index) => {
    (index % 2 === offset ? own : other).add(char);
  });
  for (const char of other) own.delete(char);
  return own;
}

export const SIMPLIFIED_ONLY: ReadonlySet<string> = column(0);
export const TRADITIONAL_ONLY: ReadonlySet<string> = column(1);
